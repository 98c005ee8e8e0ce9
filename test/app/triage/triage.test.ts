import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepDraft } from '../../../src/app/triage/decide.ts';
import { TriageDesk } from '../../../src/app/triage/desk.ts';
import { makeChanges } from '../../../src/app/triage/files.ts';
import { listDrafts } from '../../../src/app/triage/triage.ts';
import type { Triage } from '../../../src/app/triage/view.ts';
import { TenetError } from '../../../src/model/problem.ts';
import { onScreen, placeOf, TriageHome } from '../triage-collection.ts';

const bees = `# Bees

## The hive

### Why do honey bees dance in the hive?

To show the other foragers where flowers are.

### What does the queen of a hive do?

She lays all the eggs of the colony.

## Outside

### How far do foraging bees fly for nectar?

About three kilometres, and rarely more than ten.
`;

const ants = `# Ants

### Why do ants march in lines?

To follow the scent that earlier ants laid down.
`;

let home: TriageHome;

beforeEach(async () => {
  home = new TriageHome({ 'docs/bees.md': bees, 'docs/ants.md': ants });
  await home.draftAll();
});
afterEach(() => home.dispose());

const asked = (triage: Triage): string => onScreen(triage).fields[0]?.markdown ?? '';
const answered = (triage: Triage): string => onScreen(triage).fields[1]?.markdown ?? '';

const windows = (file: string): void => home.write(file, home.read(file).replaceAll('\n', '\r\n'));
const lineFeedsAlone = (file: string): number => home.read(file).match(/(?<!\r)\n/g)?.length ?? 0;

/** A draft that answers itself, and asks for yes or no. */
const makeLeak = (triage: Triage): void =>
  triage.reword({ Q: 'Do ants follow the scent that earlier ants laid down?' });

describe('what waits', () => {
  it('comes document by document, in the order of the documents, with its passage', () => {
    const triage = home.open();
    expect(triage.view()).toMatchObject({ phase: 'draft', progress: { done: 0, total: 4 } });
    expect(onScreen(triage)).toMatchObject({
      document: 'docs/ants.md',
      deck: 'Ants',
      findings: [],
      near: null,
      gone: false,
    });
    expect(onScreen(triage).sources[0]).toMatchObject({
      title: 'Ants',
      passage: 'To follow the scent that earlier ants laid down.',
      problem: null,
    });
    triage.later();
    expect(asked(triage)).toBe('Why do honey bees dance in the hive?');
    expect(onScreen(triage).topics).toEqual(['The hive']);
  });

  it('is narrowed to documents by path, by name, and by file of drafts', () => {
    for (const name of ['docs/bees.md', 'bees', 'Bees.md', './docs/bees.md', 'drafts/bees.md'])
      expect(`${name} ${home.open(name).view().progress.total}`).toBe(`${name} 3`);
    expect(home.open('bees', 'ants').view().progress.total).toBe(4);
    expect(() => home.open('beas')).toThrow(
      expect.objectContaining({ exitCode: 2, hint: 'Did you mean "bees"?' }),
    );
  });

  it('is listed without a change to any file', () => {
    const before = home.files();
    expect(listDrafts(home.parts().collection, ['bees'])).toHaveLength(3);
    expect(home.files()).toEqual(before);
  });
});

describe('a passage of a conversation', () => {
  it('comes with the name of who says it', () => {
    const turns = [
      'ANNA BERG: How do bees find their way back to the hive in the evening?',
      'KARL FRISCH: They steer by the sun, and by polarised light where clouds hide it.',
      'ANNA BERG: And what do they do on days without any sun at all?',
      'KARL FRISCH: They follow landmarks that they learnt on their first flights.',
      'ANNA BERG: How far can they fly before they lose their way?',
      'KARL FRISCH: About ten kilometres, and most of them far less than that.',
    ];
    home.write('docs/talk.txt', turns.join('\n\n'));
    home.write(
      'drafts/talk.md',
      'Q: By what do bees steer?\nA: By the sun.\nS: [Talk](../docs/talk.txt) "steer by the sun"\n<!-- id: steering -->\n',
    );
    const { sources, findings } = onScreen(home.open('talk'));
    expect(sources[0]?.details).toMatch(/^Karl Frisch says/i);
    expect(sources[0]?.passage).toContain('They steer by the sun');
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

function detailsOfSaying(title: string, after: string): string | undefined {
  const quotes = ['the comb', 'a swarm', 'the winter'].map(
    (what, index) => `${index + 1}. On ${what}: "Bees agree about ${what} by dancing." ${after}`,
  );
  home.write('docs/sayings.txt', [title, ...quotes].join('\n\n'));
  home.write(
    'drafts/sayings.md',
    'Q: How do bees agree about a swarm?\nA: By dancing.\nS: [Sayings](../docs/sayings.txt) "Bees agree about a swarm"\n<!-- id: agreeing -->\n',
  );
  return onScreen(home.open('sayings')).sources[0]?.details;
}

describe('a passage of a list of quotes', () => {
  it('is said by the person of the list; a publication that it names only printed it', () => {
    expect(detailsOfSaying('Lessons from Karl Berg', '— Source: Hive Review')).toBe(
      'Karl Berg says; the list names Hive Review',
    );
  });

  it('is said by nobody where the list has a publication alone', () => {
    expect(detailsOfSaying('Things heard about hives', '— Source: Hive Review')).toBe(
      'the list names Hive Review',
    );
  });

  it('is said by whom the quote is attributed to', () => {
    expect(detailsOfSaying('Things heard about hives', '— Anna Berg')).toBe('Anna Berg says');
  });
});

describe('keeping', () => {
  it('moves the draft into its deck under its topic, with its id, and says so in the ledger', () => {
    const triage = home.open('bees');
    const { id } = onScreen(triage);
    home.nowMs += 1000;
    triage.keep();
    expect(home.read('decks/bees.md')).toContain(
      '## The hive\n\nQ: Why do honey bees dance in the hive?\nA: To show',
    );
    expect(home.read('decks/bees.md')).toContain(`<!-- id: ${id} -->`);
    expect(home.read('drafts/bees.md')).not.toContain('honey bees dance');
    expect(home.ledger().get(id)).toMatchObject({
      fate: 'kept',
      changed: new Date(home.nowMs).toISOString(),
    });
    expect(triage.view()).toMatchObject({
      notice: 'Kept. u takes it back.',
      progress: { done: 1, kept: 1 },
    });
  });

  it('takes the file of drafts away with its last draft', () => {
    home.open('ants').keep();
    expect(existsSync(home.at('drafts/ants.md'))).toBe(false);
  });

  it('after an edit counts as edited: the next run leaves the card alone', async () => {
    const triage = home.open('ants');
    const { id } = onScreen(triage);
    triage.edit(triage.draftText().replace('march in lines', 'walk in lines'));
    expect(asked(triage)).toBe('Why do ants walk in lines?');
    triage.keep();
    expect(home.ledger().get(id)?.fate).toBe('edited');
    home.change('docs/ants.md', 'laid down', 'left behind');
    await home.draftAll();
    expect(home.read('decks/ants.md')).toContain('walk in lines');
    expect(home.read('decks/ants.md')).toContain('laid down');
  });

  it('keeps the id of a draft whose edited text lost its comment', () => {
    const triage = home.open('ants');
    const { id } = onScreen(triage);
    triage.edit('Q: Why do ants walk one behind the other?\nA: They follow a scent that was laid.');
    expect(onScreen(triage).id).toBe(id);
    expect(home.read('drafts/ants.md')).toContain(`<!-- id: ${id} -->`);
  });

  it('goes to the deck in which the other cards of the document stand by now', async () => {
    const triage = home.open('bees');
    triage.keep();
    home.write(
      'decks/insects/honey.md',
      home.read('decks/bees.md').replace('../docs', '../../docs'),
    );
    home.write('decks/bees.md', '# Other\n');
    const later = home.open('bees');
    later.keep();
    expect(home.read('decks/insects/honey.md')).toContain(
      '](../../docs/bees.md#the-hive) "She lays',
    );
  });
});

describe('the linter', () => {
  it('refuses a draft with errors, and names them', () => {
    const triage = home.open('ants');
    makeLeak(triage);
    const errors = onScreen(triage).findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ rule }) => rule)).toContain('Q06');
    const before = home.files();
    expect(() => triage.keep()).toThrow(TenetError);
    expect(home.files()).toEqual(before);
    expect(triage.view().progress.done).toBe(0);
  });

  it('lets it in once the rules are switched off with a reason, which stays on the card', () => {
    const triage = home.open('ants');
    makeLeak(triage);
    expect(() => triage.switchOff('Q06', ' ')).toThrow('a reason is needed');
    for (let rounds = 0; rounds < 5; rounds += 1) {
      const error = onScreen(triage).findings.find(({ severity }) => severity === 'error');
      if (error !== undefined) triage.switchOff(error.rule, 'it is a warm-up');
    }
    triage.keep();
    expect(home.read('decks/ants.md')).toContain('off: Q06 it is a warm-up');
  });
});

describe('rejecting', () => {
  it('takes the draft away for good, also when its sentence is reworded', async () => {
    const triage = home.open('ants');
    const { id } = onScreen(triage);
    triage.reject(' not worth\n remembering ');
    expect(home.ledger().get(id)).toMatchObject({
      fate: 'rejected',
      reason: 'not worth remembering',
    });
    home.change('docs/ants.md', 'laid down', 'left behind');
    await home.draftAll();
    expect(home.read('drafts/ants.md')).toBe('');
    expect(home.ledger().get(id)).toMatchObject({ fate: 'rejected' });
  });
});

describe('merging', () => {
  const near = `# Insects

Q: Why do ants march in lines?
A: They follow the scent that earlier ants laid.
S: [A book](https://example.com/ants)
<!-- id: antmarch -->

Q: What is a hive?
A: The home of a colony of bees.
`;

  it('shows the near card, gives it the source of the draft, and rejects the draft', () => {
    home.write('decks/insects.md', near);
    const triage = home.open('ants');
    const { id } = onScreen(triage);
    expect(onScreen(triage).near).toMatchObject({ id: 'antmarch', file: 'decks/insects.md' });
    triage.merge('card');
    const deck = home.read('decks/insects.md');
    expect(deck).toContain('A: They follow the scent that earlier ants laid.\nS: [A book]');
    expect(deck).toContain('(../docs/ants.md) "To follow the scent that earlier ants laid"');
    expect(deck).toContain('\n\nQ: What is a hive?');
    expect(home.ledger().get(id)).toMatchObject({
      fate: 'rejected',
      reason: 'merged with antmarch',
    });
    expect(home.read('drafts/ants.md')).toBe('');
    expect(triage.view().progress).toMatchObject({ merged: 1, rejected: 0 });
  });

  it('gives the near card the words of the draft where they are wanted; its id stays', () => {
    home.write('decks/insects.md', near);
    home.open('ants').merge('draft');
    const deck = home.read('decks/insects.md');
    expect(deck).toContain('A: To follow the scent that earlier ants laid down.\nS: [A book]');
    expect(deck).toContain('<!-- id: antmarch -->');
  });

  it('needs a near card', () => {
    expect(() => home.open('ants').merge('card')).toThrow('no card says nearly the same');
  });
});

describe("a card of one's own", () => {
  it('begins with the source filled in, goes into the deck, and leaves the draft waiting', () => {
    const triage = home.open('ants');
    const text = triage.ownText();
    expect(text).toMatch(/^Q: \nA: \nS: \[Ants\]\(\.\.\/docs\/ants\.md\) "To follow/);
    triage.addOwn(triage.ownText('What do ants follow when they march?', 'A scent.'));
    const deck = home.read('decks/ants.md');
    expect(deck).toMatch(/A: A scent\.\nS: .*\n#question\n<!-- id: [0-9a-z]{13} -->/);
    expect(triage.view()).toMatchObject({ phase: 'draft', progress: { done: 0, written: 1 } });
  });

  it('is refused where it is no card, or says what its source does not', () => {
    const triage = home.open('ants');
    const before = home.files();
    expect(() => triage.addOwn('Nothing asked.')).toThrow(TenetError);
    expect(() =>
      triage.addOwn(
        triage.ownText(
          'How many volunteers took part in the march?',
          '120 volunteers from Zanzibar.',
        ),
      ),
    ).toThrow('Q01');
    expect(home.files()).toEqual(before);
  });
});

describe('putting off', () => {
  it('leaves the draft, or the rest of its document, for another time', () => {
    const triage = home.open();
    triage.later();
    triage.leaveDocument();
    expect(triage.view()).toMatchObject({ phase: 'done', progress: { later: 4, done: 4 } });
    expect(triage.view().notice).toMatch(/^Left 3 for later: [a-z]+\.md\.$/);
    expect(home.open().view().progress.total).toBe(4);
  });
});

describe('undo', () => {
  it('takes every act back, newest first, until all files are as they were', () => {
    home.write(
      'decks/insects.md',
      '# Insects\n\nQ: Why do ants march in lines?\nA: They follow the scent.\n',
    );
    const texts = (): unknown =>
      Object.fromEntries(
        Object.entries(home.files()).map(([name, text]) => [name, text.replace(/^\S+ /, '')]),
      );
    const triage = home.open();
    const states = [texts()];
    const views = [triage.view()];
    const acts = [
      () => triage.merge('card'),
      () => triage.edit(triage.draftText().replace('To show', 'So as to show')),
      () => triage.keep(),
      () => triage.reject('dull'),
      () => triage.addOwn(triage.ownText('How far do bees fly?', 'About three kilometres.')),
      () => triage.leaveDocument(),
    ];
    for (const act of acts) {
      act();
      states.push(texts());
      views.push(triage.view());
    }
    expect(triage.view().phase).toBe('done');
    for (let left = acts.length; left > 0; left -= 1) {
      expect(texts()).toEqual(states[left]);
      triage.undo();
      expect(triage.view()).toMatchObject({ progress: views[left - 1]?.progress });
    }
    expect(texts()).toEqual(states[0]);
    expect(triage.view().canUndo).toBe(false);
    expect(() => triage.undo()).toThrow('nothing to undo');
  });

  it('refuses where a file was changed meanwhile', () => {
    const triage = home.open('ants');
    triage.keep();
    home.write('decks/ants.md', `${home.read('decks/ants.md')}\nQ: Mine?\nA: Yes.\n`);
    expect(() => triage.undo()).toThrow('was changed meanwhile');
    expect(home.read('decks/ants.md')).toContain('Q: Mine?');
  });
});

describe('files that others change meanwhile', () => {
  it('are read again before they are written', () => {
    const triage = home.open('bees');
    triage.keep();
    home.write('decks/bees.md', `${home.read('decks/bees.md')}\nQ: Mine?\nA: It is.\n`);
    triage.keep();
    expect(home.read('decks/bees.md')).toContain('Q: Mine?');
    expect(home.read('decks/bees.md')).toContain('queen');
  });

  it.each(['decks/bees.md', 'drafts/bees.md', 'decks/.tenet/ledger.jsonl'])(
    'are not overwritten where %s was saved after an act was worked out',
    (file) => {
      const place = placeOf(home.open('bees'));
      home.write('decks/bees.md', '# Bees\n');
      const plan = keepDraft(new TriageDesk(home.parts().collection), place, home.nowMs);
      home.write(file, `${home.read(file)}\n`);
      const saved = home.files();
      expect(() => makeChanges(plan)).toThrow(`${home.at(file)} changed while this was decided`);
      expect(home.files()).toEqual(saved);
    },
  );

  it('are taken in on reload; the sitting goes on with the same draft', () => {
    const triage = home.open('bees');
    triage.later();
    home.change('drafts/bees.md', 'A: She lays all the eggs', 'A: She lays the eggs');
    triage.reload();
    expect(answered(triage)).toBe('She lays the eggs of the colony.');
  });
});

describe('a file with the line ends of Windows', () => {
  it('gives a text field the draft without them, and takes the text back with them', () => {
    windows('drafts/ants.md');
    const triage = home.open('ants');
    const text = triage.draftText();
    expect(text).not.toContain('\r');
    triage.edit(text);
    triage.edit(text.replace('march in lines', 'walk in lines'));
    expect(home.read('drafts/ants.md')).toContain('walk in lines?\r\nA: ');
    expect(lineFeedsAlone('drafts/ants.md')).toBe(0);
    triage.switchOff('Q05', 'one question');
    expect(lineFeedsAlone('drafts/ants.md')).toBe(0);
  });

  it('goes into a deck with the line ends of the deck', () => {
    windows('drafts/bees.md');
    const triage = home.open('bees');
    triage.keep();
    expect(home.read('decks/bees.md')).not.toContain('\r');
    windows('decks/bees.md');
    triage.keep();
    expect(lineFeedsAlone('decks/bees.md')).toBe(0);
    triage.undo();
    expect(lineFeedsAlone('decks/bees.md')).toBe(0);
  });
});

describe('drafts that cannot be read', () => {
  it('are problems, and hide no other', () => {
    home.write(
      'drafts/broken.md',
      '# Broken\n\nQ: No answer?\n\nQ: And another?\nA: Yes, it is here.\n',
    );
    const triage = home.open();
    expect(triage.problems).toMatchObject([{ file: 'drafts/broken.md', severity: 'error' }]);
    expect(triage.view().progress.total).toBe(5);
  });
});
