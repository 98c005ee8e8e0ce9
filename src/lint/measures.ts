import { stemOf } from './words.ts';

/** A unit of measurement: what it measures, and how much of that. */
interface Measure {
  readonly dimension: string;
  readonly factor: number;
}

const table: Readonly<Record<string, string>> = {
  time: `second 1 minute 60 hour 3600 day 86400 week 604800 month 2629800 year 31557600 decade 315576000
    century 3155760000 millennium 31557600000 millisecond 0.001`,
  length: `millimetre 0.001 millimeter 0.001 mm 0.001 centimetre 0.01 centimeter 0.01 cm 0.01 metre 1 meter 1 m 1
    kilometre 1000 kilometer 1000 km 1000 inch 0.0254 inches 0.0254 foot 0.3048 feet 0.3048 yard 0.9144 mile 1609.34 miles 1609.34`,
  mass: `milligram 0.001 gram 1 kilogram 1000 kilo 1000 kg 1000 tonne 1000000 ton 1000000 pound 453.6 ounce 28.35`,
  volume: `millilitre 0.001 milliliter 0.001 litre 1 liter 1 gallon 4.546 pint 0.568`,
  money: `cent 0.01 dollar 1 euro 2 franc 3 yen 4 rouble 5`,
  data: `byte 1 kilobyte 1000 megabyte 1000000 gigabyte 1e9 terabyte 1e12`,
  angle: `degree 1`,
};

const measures = new Map(
  Object.entries(table).flatMap(([dimension, units]) => {
    const words = units.split(/\s+/);
    return words.flatMap((word, at) =>
      at % 2 === 0
        ? [[stemOf(word) || word, { dimension, factor: Number(words[at + 1]) }] as const]
        : [],
    );
  }),
);

/** The measure that a stem names; undefined for what is merely counted. */
export function measureOf(stem: string): Measure | undefined {
  return measures.get(stem);
}

/** Rounding that a conversion is allowed. */
const tolerance = 0.04;

/** Whether two amounts with their units are one; undefined where one has no unit of measurement, or another kind. */
export function sameAmount(
  one: { readonly value: number; readonly unit: string },
  other: { readonly value: number; readonly unit: string },
): boolean | undefined {
  const [a, b] = [measureOf(one.unit), measureOf(other.unit)];
  if (a === undefined || b === undefined || a.dimension !== b.dimension) return undefined;
  const [first, second] = [one.value * a.factor, other.value * b.factor];
  return Math.abs(first - second) <= tolerance * Math.max(first, second);
}
