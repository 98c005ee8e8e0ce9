/** "1 card", "2,000 cards"; a plural of its own where the word needs one. */
export function count(n: number, one: string, many = `${one}s`): string {
  // The runtime's own grouping of digits loads the data of all languages first, for 40 ms.
  const [whole = '', ...tenths] = String(n).split('.');
  const grouped = [whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ','), ...tenths].join('.');
  return `${grouped} ${n === 1 ? one : many}`;
}
