import { useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { Clock } from '../../model/clock.ts';
import { PicturedScreen } from '../components/pictured-screen.tsx';
import { useTick } from '../hooks/use-tick.ts';
import { createReviewController } from './review/controller.ts';
import type { ReviewPorts } from './review/desk.ts';
import { pictureOf } from './review/picture.ts';
import type { SessionKind } from './review/scene.ts';

/** What the review screen is given. */
export interface ReviewScreenProps extends Omit<ReviewPorts, 'monotonicMs'> {
  readonly clock: Clock;
  readonly what: SessionKind;
  readonly leaveLabel: string;
}

/** A session: it asks, shows, takes grades, and stays until it is left. */
export function ReviewScreen(props: ReviewScreenProps): ReactNode {
  const { reviewer, keymap, buttons, clock, what, leaveLabel, reading: readingNow } = props;
  const [controller] = useState(() =>
    createReviewController({ ...props, monotonicMs: () => performance.now() }),
  );
  const [tick] = useState(() => () => reviewer.tick());
  const { phase } = useSyncExternalStore(controller.subscribe, controller.view);
  const reading = useMemo(() => (phase === 'done' ? readingNow() : null), [phase, readingNow]);
  useTick(phase === 'waiting', tick);
  return (
    <PicturedScreen
      controller={controller}
      keymap={keymap}
      pictureOf={(scene) =>
        pictureOf({ ...scene, keymap, buttons, nowMs: clock.now(), what, reading, leaveLabel })
      }
    />
  );
}
