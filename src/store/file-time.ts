/** A time as part of a file's name, in UTC and to the second: `20261120T090000Z`. */
export function fileTime(ms: number): string {
  return new Date(ms).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}
