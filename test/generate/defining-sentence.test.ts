import { describe, expect, it } from 'vitest';
import { definingSentence } from '../../src/generate/defining-sentence.ts';
import { cards, passageOf } from './document.ts';

function defined(text: string): string[] {
  return cards(definingSentence, [passageOf(text)]);
}

describe('definingSentence', () => {
  it.each([
    ['A *drone* is a male bee that has no sting.', 'drone = A male bee that has no sting.'],
    ['*Ground truth* means what is really the case.', 'Ground truth = What is really the case.'],
    ['“Nectar” refers to the sugar water of flowers.', 'Nectar = The sugar water of flowers.'],
    [
      '*AFB*, American foulbrood, means a disease of larvae.',
      'AFB (American foulbrood) = A disease of larvae.',
    ],
    ['A cell for queens is called a *queen cup*.', 'queen cup = A cell for queens.'],
    [
      'A *swarm* is a queen with many workers; a *cast* is a later and smaller swarm.',
      'swarm = A queen with many workers.|cast = A later and smaller swarm.',
    ],
    ['The term “propolis” refers to a resin of bees.', 'propolis = A resin of bees.'],
    ['Propolis refers to the resin that bees collect.', 'Propolis = The resin that bees collect.'],
    [
      'Beekeeping is the practice of keeping colonies in hives.',
      'Beekeeping = The practice of keeping colonies in hives.',
    ],
    [
      '*Royal jelly* is food for larvae: glands of the workers make it.',
      'Royal jelly = Food for larvae.',
    ],
  ])('reads %j', (text, expected) => {
    expect(defined(text)).toEqual(expected.split('|'));
  });

  it.each([
    ['what a pronoun stands for', 'This second dance is called a *round dance*.'],
    ['what a pronoun within stands for', 'The comb in which they live is called a *nest*.'],
    ['a property', 'A *drone* is larger.'],
    ['what is not set apart', 'The hive is a mess.'],
    ['an emphasised verb', 'Bees *are* a wonder of the world.'],
    ['a term with what leads up to it', 'In “a hive” is the place of bees.'],
    ['what speaks of the document', 'A *drone* is the bee that this chapter is about.'],
    ['what speaks to the reader', 'A *drone* is the bee that you saw.'],
    ['two words', 'A *drone* is a bee.'.replace('a bee', 'male')],
    ['a term in its own definition', 'A *drone* is a kind of drone bee.'],
  ])('makes nothing of %s', (_name, text) => {
    expect(defined(text)).toEqual([]);
  });
});
