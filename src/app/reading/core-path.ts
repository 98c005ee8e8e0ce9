import type { ReaderView } from './view.ts';

/** Whether there is a core path, and all of it has been read. */
export function isCoreRead({ chapters }: ReaderView): boolean {
  const core = chapters.filter((chapter) => chapter.core);
  return (
    core.length > 0 && core.every(({ sections, sectionsRead }) => sectionsRead === sections.length)
  );
}
