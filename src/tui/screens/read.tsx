import { useState, type ReactNode } from 'react';
import { PicturedScreen } from '../components/pictured-screen.tsx';
import { createReadController } from './read/controller.ts';
import type { ReadPorts } from './read/desk.ts';
import { pictureOf } from './read/picture.ts';

/** The reader: its chapters, and one section at a time. */
export function ReadScreen(props: Omit<ReadPorts, 'monotonicMs'>): ReactNode {
  const { keymap, fromCard } = props;
  const [controller] = useState(() =>
    createReadController({ ...props, monotonicMs: () => performance.now() }),
  );
  return (
    <PicturedScreen
      controller={controller}
      keymap={keymap}
      pictureOf={(scene) => pictureOf({ ...scene, keymap, fromCard })}
    />
  );
}
