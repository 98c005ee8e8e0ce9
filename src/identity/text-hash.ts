const fnvPrime = 0x01000193;
const fnvBasis = 0x811c9dc5;
const highBits = 0x100000;

/**
 * A whole number below 2^52 that is equal for equal texts; two passes of FNV-1a over UTF-16 units
 * (http://www.isthe.com/chongo/tech/comp/fnv/) from different bases. Not against an adversary.
 */
export function textHash(text: string): number {
  let low = fnvBasis;
  let high = ~fnvBasis;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, fnvPrime);
    high = Math.imul(high ^ unit ^ (low >>> 16), fnvPrime);
  }
  return (high >>> 12) * highBits * 0x1000 + (low >>> 0);
}
