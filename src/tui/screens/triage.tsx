import { useState, type ReactNode } from 'react';
import { PicturedScreen } from '../components/pictured-screen.tsx';
import { createTriageController } from './triage/controller.ts';
import type { TriagePorts } from './triage/desk.ts';
import { pictureOf } from './triage/picture.ts';

/** Drafts one by one: each with its findings and its passage, to be kept, mended or turned down. */
export function TriageScreen(props: Omit<TriagePorts, 'monotonicMs'>): ReactNode {
  const { keymap } = props;
  const [controller] = useState(() =>
    createTriageController({ ...props, monotonicMs: () => performance.now() }),
  );
  return (
    <PicturedScreen
      controller={controller}
      keymap={keymap}
      pictureOf={(scene) => pictureOf({ ...scene, keymap })}
    />
  );
}
