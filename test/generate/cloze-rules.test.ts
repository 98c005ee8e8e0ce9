import { describe, expect, it } from 'vitest';
import { contrast } from '../../src/generate/contrast.ts';
import { figure } from '../../src/generate/figure.ts';
import type { Rule } from '../../src/generate/rule.ts';
import { cards, passageOf } from './document.ts';

function of(rule: Rule, text: string): string[] {
  return cards(rule, [passageOf(text)]);
}

function first(text: string): string | undefined {
  return of(figure, text)[0];
}

describe('figure', () => {
  it('hides shares, amounts with their unit, spans and years', () => {
    expect(of(figure, 'The keeper gave 20% of her hives to the school within four years.')).toEqual(
      ['The keeper gave [20%] of her hives to the school within [four years].'],
    );
    expect(of(figure, 'Carl Frisch first described the dance of the bees in 1927.')).toEqual([
      'Carl Frisch first described the dance of the bees in [1927].',
    ]);
    expect(
      of(figure, 'A strong hive in summer holds about 60,000 bees and 40 million cells.'),
    ).toEqual(['A strong hive in summer holds about 60,000 bees and [40 million cells].']);
  });

  it('takes the sentence before along where one leans on it', () => {
    expect(
      of(figure, 'Ada Worker runs the Open Hive. She gave 20% of all her hives to the project.'),
    ).toEqual(['Ada Worker runs the Open Hive. She gave [20%] of all her hives to the project.']);
  });

  it('hides a range whole', () => {
    expect(first('The yeast of a starter works four to eight hours after a feeding.')).toContain(
      'works [four to eight hours] after',
    );
    expect(first('A colony of wild bees loses 10 to 15% of the workers in winter.')).toContain(
      'loses [10 to 15%] of',
    );
    expect(first('Bees of the south keep 20–30 kilograms of honey for the winter.')).toContain(
      'keep [20–30 kilograms] of',
    );
    expect(first('The queen of a hive lives three or four years, a worker some weeks.')).toContain(
      'lives [three or four years], a',
    );
  });

  it('hides a decade whole, and what has a unit of measure', () => {
    expect(of(figure, 'Hives of wood became common in the 1870s, in a town in the north.')).toEqual(
      ['Hives of wood became common in the [1870s], in a town in the north.'],
    );
    expect(of(figure, 'The best heat for the brood of a hive is about 35 °C.')).toEqual([
      'The best heat for the brood of a hive is about [35 °C].',
    ]);
  });

  it('takes no sentence before along for somebody who is named', () => {
    expect(
      of(figure, 'Bees dance. In a 2020 study, Ada Worker and her friends watched the old hives.'),
    ).toEqual(['In a [2020] study, Ada Worker and her friends watched the old hives.']);
  });

  it('hides nothing of what is stale, leans on nothing, or has figures in every corner', () => {
    expect(of(figure, 'She gave 20% of all her hives to the project of the school.')).toEqual([]);
    expect(of(figure, 'Last year the keepers of Rome gave 20% of all their hives away.')).toEqual(
      [],
    );
    expect(of(figure, 'In 1901, 1902 and 1903 the keepers of Rome gave hives away.')).toEqual([]);
  });
});

describe('contrast', () => {
  it('hides what is preferred and leaves the other in sight', () => {
    expect(
      of(contrast, 'The dance shows that bees are truly talking rather than merely trembling.'),
    ).toEqual(['The dance shows that bees are [truly talking] rather than merely trembling.']);
  });

  it('hides no half of a pair', () => {
    expect(
      of(contrast, 'Mead is a drink that is made of honey and water instead of grapes.'),
    ).toEqual([]);
  });

  it('hides nothing that stands elsewhere in the sentence', () => {
    expect(
      of(contrast, 'The hive is truly aligned rather than merely seeming aligned to its keeper.'),
    ).toEqual([]);
  });

  it('leaves sentences with brackets alone', () => {
    expect(
      of(contrast, 'The dance [1] shows that bees are truly talking rather than trembling.'),
    ).toEqual([]);
  });
});
