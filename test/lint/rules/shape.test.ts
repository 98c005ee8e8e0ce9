import { describe, expect, it } from 'vitest';
import type { LintCard } from '../../../src/lint/card.ts';
import type { RuleId } from '../../../src/lint/finding.ts';
import { basic, card, cloze, findings, ground, severities, source } from '../made.ts';

/** The rule, what the card is, the card. */
type Row = readonly [RuleId, string, LintCard];

const short = 'A scent.';
const term = (name: string, definition: string) => card({ kind: 'term', term: name, definition });
const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at},`).join(' ');
const talk = source([{ kind: 'turn', speaker: 'Ben Guest', text: 'it may succeed' }], {
  kind: 'transcript',
});
const inTalk = { grounds: [ground(talk, 'it may succeed')] };

describe('an error is', () => {
  it.each<Row>([
    ['Q04', 'a pronoun without a noun', basic('Why do they prefer it there?', short)],
    [
      'Q04',
      'a pronoun after nothing but a speaker',
      basic('Why does Guest say that this succeeds?', short, inTalk),
    ],
    ['Q04', 'a question of words that fit everywhere', basic('What is the difference?', short)],
    ['Q04', 'pointing at the page', basic('What do ants in the above follow?', short)],
    ['Q05', 'a second question', basic('Who studies ants, and what do they follow?', short)],
    [
      'Q05',
      'a second question with a long name in it',
      basic('Who leads ants, and how much of the nest’s sugar do they get?', short),
    ],
    ['Q05', 'a question word at the end', basic('Where do ants nest, and why?', short)],
    ['Q05', 'two question marks', basic('Where do ants nest? And what do they eat?', short)],
    ['Q06', 'a question for yes or no', basic('Do ants follow a scent?', 'They do.')],
    [
      'Q06',
      'a question for yes or no after a clause',
      basic('According to Frisch, do ants follow a scent?', short),
    ],
    ['Q06', 'yes as an answer', basic('What of ants: have they a scent?', 'Yes.')],
    ['Q06', 'a choice of two', basic('Which is harder for ants, smelling or seeing?', 'Seeing.')],
    [
      'Q07',
      'the answer in the question',
      basic('Which trail, a scent trail, do ants follow?', 'A scent trail.'),
    ],
    [
      'Q07',
      'a run of words of the question',
      basic('What happens when ants follow a scent trail home?', 'Ants follow a scent trail.'),
    ],
    [
      'Q07',
      'a hidden word that stands elsewhere',
      cloze('Ants {{c1::follow}} and follow a scent.'),
    ],
    ['Q08', 'a very long answer', basic('What do ants do?', words(51))],
    ['Q09', 'a long list', basic('What do ants eat?', '- a\n- b\n- c\n- d\n- e\n- f')],
    [
      'Q09',
      'a long enumeration',
      basic('Name what ants eat.', 'Seeds, sugar, fungi, flies, bread, and honeydew.'),
    ],
    ['Q10', 'a deletion that is not closed', cloze('Ants follow {{c1::scents')],
    ['Q10', 'an empty deletion', cloze('Ants follow {{c1::}} home.')],
    ['Q10', 'a deletion with one colon', cloze('Ants follow {{c1:scents}} home.')],
    ['Q10', 'a deletion without a beginning', cloze('Ants follow c1::scents}} home.')],
    ['Q10', 'a sentence that hides nothing', cloze('Ants follow scents.')],
    ['Q10', 'a sentence hidden whole', cloze('{{c1::Ants follow scents home.}}')],
    ['Q10', 'a hidden word that only joins', cloze('Ants {{c1::will}} follow scents home.')],
    ['Q15', 'a leftover of a transcript', basic('What do ants follow?', 'A [inaudible] scent.')],
    ['Q15', 'the start of speech', basic('What do ants follow?', 'Yeah so a scent.')],
    ['Q15', 'a small first letter', basic('what do all the ants follow?', short)],
    ['Q15', 'many words without a mark', basic('What do ants do?', words(36).replaceAll(',', ''))],
  ])('%s: %s', (rule, _, each) => {
    expect(severities(rule, each)).toEqual(['error']);
  });
});

describe('a warning is', () => {
  it.each<Row>([
    ['Q07', 'a term in its own definition', term('scent trail', 'A trail: a scent trail of ants.')],
    [
      'Q07',
      'a hidden word in a topic',
      cloze('Ants follow a {{c1::scent}} home.', { topics: ['Scent'] }),
    ],
    ['Q08', 'a long answer', basic('What do ants do?', words(31))],
    ['Q08', 'a long quotation', basic('What did he say?', `“${words(46)}”`)],
    [
      'Q10',
      'much hidden',
      cloze(
        'Ants on the way home from far {{c1::follow a faint old scent trail}} past stones and roots and leaves.',
      ),
    ],
    ['Q11', 'a vague question', basic('What does Frisch say about ants?', short)],
    [
      'Q14',
      'an abbreviation that everybody knows',
      basic('What does AI stand for?', 'Artificial intelligence.'),
    ],
    [
      'Q14',
      'an answer in the title',
      basic('Which animals follow a scent?', 'Ants.', { deck: 'Ants' }),
    ],
    ['Q14', 'an answer that says nothing', basic('Which animals follow a scent?', 'They would.')],
    ['Q15', 'a doubled space', basic('What do ants follow?', 'A very  old scent.')],
    ['Q16', 'no reason', basic('Why do ants march?', 'A scent.')],
    ['Q16', 'no number', basic('How many ants march?', 'The old ones.')],
    ['Q16', 'no time', basic('When do ants march?', 'The scent.')],
    ['Q16', 'nobody', basic('Who studies ants?', 'the scent')],
  ])('%s: %s', (rule, _, each) => {
    expect(severities(rule, each)).toEqual(['warning']);
  });
});

describe('nothing is wrong with', () => {
  it.each<Row>([
    ['Q04', 'a pronoun after its noun', basic('How do ants find their nest?', short)],
    ['Q04', 'an "it" that stands for nothing', basic('Why is it so hard to follow ants?', short)],
    ['Q04', 'a "that" that joins', basic('What shows that ants smell?', short)],
    ['Q04', 'a "those" with its own words', basic('What do those who study ants look for?', short)],
    [
      'Q04',
      'a company that "it" stands for',
      basic('Why does DeepMind say it will stop?', short, inTalk),
    ],
    ['Q04', 'a short question about a thing', basic('What is a nest?', short)],
    [
      'Q05',
      'a question about two things at once',
      basic('What do ants and bees, which are insects, share?', short),
    ],
    [
      'Q05',
      'a question inside a statement',
      basic('What decides whether ants go and how far they march?', short),
    ],
    ['Q05', 'a clause before the question', basic('As ants age, why do they march?', short)],
    ['Q06', 'a question after "how"', basic('How far do ants march?', 'No longer than a day.')],
    [
      'Q06',
      'an "or" that gives no choice',
      basic('What happens if ants are cold or wet?', 'They stay.'),
    ],
    [
      'Q07',
      'a comparison of what the question names',
      basic('How do ants and bees compare in smell?', 'Ants smell better than bees.'),
    ],
    ['Q08', 'a quotation of 45 words', basic('What did he say?', `“${words(45)}”`)],
    ['Q09', 'five things', basic('Name what ants eat.', 'Seeds, sugar, fungi, flies and bread.')],
    [
      'Q09',
      'a list that asks one at a time',
      card({ kind: 'list', question: 'What?', items: ['a', 'b', 'c', 'd', 'e', 'f'] }),
    ],
    ['Q10', 'a sound deletion', cloze('Ants follow a {{c1::scent trail}} on their way home.')],
    ['Q10', 'a hidden number', cloze('An ant has {{c1::six}} legs and two antennae.')],
    [
      'Q14',
      'an abbreviation worth learning',
      basic('What does RLHF stand for?', 'Reinforcement learning from human feedback.'),
    ],
    ['Q15', 'a small first letter that is a name', basic('iPhone users follow what?', short)],
    ['Q16', 'a reason in a word', basic('Why do ants march?', 'To find food.')],
    ['Q16', 'a reason as a sentence', basic('Why do ants march?', 'Their food lies far away.')],
  ])('%s: %s', (rule, _, each) => {
    expect(findings(rule, each)).toEqual([]);
  });
});
