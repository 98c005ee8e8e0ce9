import { describe, expect, it } from 'vitest';
import { examine, repair } from '../../../src/app/log/doctor.ts';
import { Study } from '../../../src/app/log/study.ts';
import { defaultSettings } from '../../../src/model/settings.ts';
import { putStandings } from '../../../src/store/standings.ts';
import { good, key, memoryStore, nowMs } from '../../store/sample-events.ts';

const { schedule } = defaultSettings;

function studied(): Study {
  const study = new Study({
    store: memoryStore(),
    clock: { now: () => nowMs },
    settings: defaultSettings,
  });
  const [answer] = study.record([{ card: key('card-a'), body: good }]);
  study.record([{ card: key('card-b'), body: { kind: 'link', from: key('card-a') } }]);
  if (answer !== undefined)
    study.record([{ card: key('card-c'), body: { kind: 'undo', undoes: [answer.id] } }]);
  return study;
}

describe('the doctor', () => {
  it('finds nothing in a sound database', () => {
    const { store } = studied();
    expect(examine(store, schedule)).toEqual({ events: 3, sides: 3, damage: [], differences: [] });
  });

  it('finds what the cache says otherwise than the log, changes nothing, and puts it right when told', () => {
    const study = studied();
    const { store } = study;
    const right = study.standings();
    putStandings(store, [
      { ...study.standing(key('card-b')), leech: true },
      study.standing(key('card-x')),
    ]);
    store.run('DELETE FROM void');
    const differences = [
      'the table of undone events differs from the log',
      'card-x: the log says nothing of this card',
      'card-b: a replay of the log gives something else',
    ];
    const found = examine(store, schedule).differences;
    expect(found).toEqual(expect.arrayContaining([...differences]));
    expect(examine(store, schedule).differences).toEqual(found);
    repair(store, schedule);
    expect(examine(store, schedule).differences).toEqual([]);
    expect(study.standings()).toEqual(right);
  });

  it('takes floats for equal that differ in the seventh digit, and not in the fifth', () => {
    const study = new Study({
      store: memoryStore(),
      clock: { now: () => nowMs },
      settings: defaultSettings,
    });
    study.record([{ card: key('card-a'), body: good }]);
    const standing = study.standing(key('card-a'));
    if (standing.schedule.state === 'new') throw new Error('it was answered');
    const { memory } = standing.schedule;
    const differencesWith = (factor: number) => {
      const stability = memory.stability * factor;
      const changed = { ...standing.schedule, memory: { ...memory, stability } };
      putStandings(study.store, [{ ...standing, schedule: changed }]);
      return examine(study.store, schedule).differences.length;
    };
    expect(differencesWith(1 + 1e-8)).toBe(0);
    expect(differencesWith(1 + 1e-5)).toBe(1);
  });

  it('counts what it does not list', () => {
    const study = studied();
    putStandings(
      study.store,
      Array.from({ length: 30 }, (_, index) => study.standing(key(`x-${index}`))),
    );
    expect(examine(study.store, schedule).differences).toHaveLength(21);
    expect(examine(study.store, schedule).differences.at(-1)).toBe('and 10 more');
  });
});
