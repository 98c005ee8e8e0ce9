import { useEffect, useState } from 'react';

const second = 1000;

/** Draws the screen anew every second while `active`, and calls `onTick` before. */
export function useTick(active: boolean, onTick: () => void): void {
  const [, count] = useState(0);
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => {
      onTick();
      count((ticks) => ticks + 1);
    }, second);
    return () => clearInterval(timer);
  }, [active, onTick]);
}
