/** The file beside the chapters that lists what they rest on. Here alone, for it costs nothing to load. */
export const originalsFile = 'ORIGINALS.md';
