import { describe, expect, it } from 'vitest';
import { openPractice } from '../../../src/app/welcome/practice.ts';
import type { Reviewer } from '../../../src/app/review/view.ts';

function questionOf(practice: Reviewer): string {
  const view = practice.view();
  return view.phase === 'question' || view.phase === 'answer' ? view.card.face.question : '';
}

describe('the practice cards', () => {
  it('are two, and a missed one comes again', () => {
    const practice = openPractice(0, 'Space');
    const first = questionOf(practice);
    expect(practice.view()).toMatchObject({ phase: 'question', canUndo: false });
    practice.show();
    expect(practice.view()).toMatchObject({ phase: 'answer' });
    practice.grade(1);
    const second = questionOf(practice);
    expect(second).not.toBe(first);
    practice.show();
    practice.grade(3);
    expect(questionOf(practice)).toBe(first);
    practice.show();
    practice.grade(3);
    expect(practice.view()).toMatchObject({ phase: 'done', progress: { done: 2, left: 0 } });
  });

  it('name the key that the person has, and tell what each step is for', () => {
    const practice = openPractice(0, 'Enter');
    expect(practice.view().notice).toContain('Enter');
    practice.show();
    expect(practice.view().notice).toBe('Press Enter if you had it, else 1.');
    practice.suspend();
    expect(practice.view()).toMatchObject({ phase: 'answer' });
    expect(practice.view().notice).toContain('With a real card');
  });

  it('can be taken back, and are not graded before their answer was shown', () => {
    const practice = openPractice(0, 'Space');
    const first = questionOf(practice);
    practice.grade(3);
    expect(questionOf(practice)).toBe(first);
    practice.show();
    practice.grade(3);
    practice.undo();
    expect(questionOf(practice)).toBe(first);
    expect(practice.view()).toMatchObject({ phase: 'question' });
  });

  it('are in no deck: nothing of them can be changed', async () => {
    await expect(openPractice(0, 'Space').edit('')).rejects.toThrow('cannot be changed');
  });
});
