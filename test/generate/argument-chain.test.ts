import { describe, expect, it } from 'vitest';
import { argumentChain } from '../../src/generate/argument-chain.ts';
import { cards, documentOf, items } from './document.ts';

const chain = [
  '**Claim.** The dance shows the way.',
  '**Because.** Others fly where it points. They find food.',
  '**Objection.** They might follow the smell.',
  '**Response.** They fly off before they smell it.',
];

describe('argumentChain', () => {
  it('asks for the ground, the objection and the response', () => {
    expect(cards(argumentChain, items(chain))).toEqual([
      'What speaks for the claim that the dance shows the way? → Others fly where it points.',
      'What is the objection to the claim that the dance shows the way? → They might follow the smell.',
      'What is the response to the objection that they might follow the smell? → They fly off before they smell it.',
    ]);
  });

  it('says first who holds a claim, so that the objection does not seem to be theirs', () => {
    const held = [
      '**Claim.** The dance shows the way, as Karl Frisch holds in 1927.',
      chain[2] ?? '',
    ];
    expect(cards(argumentChain, items(held))).toEqual([
      "What is the objection to Karl Frisch's claim of 1927 that the dance shows the way? → They might follow the smell.",
    ]);
    const warned = [
      '**Objection.** They might follow the smell, as Wenner warned.',
      chain[3] ?? '',
    ];
    expect(cards(argumentChain, items([chain[0] ?? '', ...warned])).at(-1)).toMatch(
      /^What is the response to Wenner's objection that they might follow the smell\? →/,
    );
  });

  it('gives each step its role', () => {
    const drafts = argumentChain.draft(documentOf(items(chain)));
    expect(drafts.map(({ role, slot }) => [role, slot])).toEqual([
      ['argument', 'because'],
      ['objection', 'objection'],
      ['objection', 'response'],
    ]);
  });

  it('keeps the capital of a name and of an abbreviation', () => {
    const [card] = cards(
      argumentChain,
      items(['**Claim.** Frisch saw it.', '**Because.** The bees led Frisch to the feeder.']),
    );
    expect(card).toMatch(/claim that Frisch saw it\?/);
    const [short] = cards(
      argumentChain,
      items(['**Claim.** DNA tells it.', '**Because.** It was read.']),
    );
    expect(short).toMatch(/claim that DNA tells it\?/);
  });

  it('quotes a step that begins with what may be a name or not', () => {
    const steps = [
      chain[0] ?? '',
      '**Objection.** Models trained on “dances” feel more capable.',
      '**Response.** They hardly learn new skills.',
    ];
    expect(cards(argumentChain, items(steps)).at(-1)).toBe(
      'What is the response to the objection “Models trained on ‘dances’ feel more capable”? → They hardly learn new skills.',
    );
    const held = [steps[0] ?? '', '**Objection.** Models dance, as Wenner warned.'];
    expect(cards(argumentChain, items([...held, steps[2] ?? ''])).at(-1)).toMatch(
      /^What is the response to Wenner's objection “Models dance”\? →/,
    );
    const known = [...steps.slice(0, 2), '**Response.** What such models learn is little.'];
    expect(cards(argumentChain, items(known)).at(-1)).toMatch(/the objection that models trained/);
  });

  it('makes nothing of steps without what they are about, or of other lists', () => {
    expect(
      cards(argumentChain, items(['**Because.** It is.', '**Response.** It is not.'])),
    ).toEqual([]);
    expect(cards(argumentChain, items(['**Bees.** They fly.', 'Claim: none']))).toEqual([]);
  });

  it('starts anew in each list', () => {
    const other = items(['**Objection.** It is not.'], 1);
    expect(cards(argumentChain, [...items(chain.slice(0, 1)), ...other])).toEqual([]);
  });
});
