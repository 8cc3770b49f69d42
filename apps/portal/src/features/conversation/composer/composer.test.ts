import { documentMarkup, mentionMarkup } from '@hemicycle/contracts';
import { describe, expect, it } from '@jest/globals';
import { decodeBody } from './decodeBody';
import { encodeDraft } from './encodeDraft';
import { matchPeople } from './matchPeople';
import { mentionQuery } from './mentionQuery';
import { newLine } from './newLine';
import type { TextChange } from './TextChange';
import { toggleList } from './toggleList';
import { toggleMark } from './toggleMark';

const ines = { id: '0192f0c1-2b3c-7d4e-8f50-61728394a5b6', name: 'Ines Moreau' };
const inesMo = { id: '0192f0c1-2b3c-7d4e-8f50-61728394a5b8', name: 'Ines' };
const plan = { id: '0192f0c1-2b3c-7d4e-8f50-61728394a5b7', title: 'Plan [v2]' };
/** The text after a change, with its selection in angle brackets. */
const after = (text: string, change: TextChange): string => {
  const whole = text.slice(0, change.from) + change.insert + text.slice(change.to);
  const { selectFrom, selectTo } = change;
  return `${whole.slice(0, selectFrom)}<${whole.slice(selectFrom, selectTo)}>${whole.slice(selectTo)}`;
};

describe('drafts and bodies', () => {
  it('names people outside code, the longer name first, and puts documents below', () => {
    const draft = {
      text: '@Ines Moreau, ask @Ines. Not me@Ines or @Inesse nor `@Ines`',
      people: [inesMo, ines],
      documents: [plan],
    };
    expect(encodeDraft(draft)).toBe(
      `${mentionMarkup(ines.id, ines.name)}, ask ${mentionMarkup(inesMo.id, 'Ines')}. Not me@Ines or @Inesse nor \`@Ines\`\n${documentMarkup(plan.id, plan.title)}`,
    );
  });

  it('a body edited without a change is the same body', () => {
    for (const draft of [
      { text: 'Hello @Ines Moreau\n\n- **a**\n- b', people: [ines], documents: [plan] },
      { text: '', people: [], documents: [plan] },
      { text: 'plain', people: [], documents: [] },
    ])
      expect(decodeBody(encodeDraft(draft))).toEqual(draft);
  });

  it('takes the title a document has now', () => {
    const body = `see ${documentMarkup(plan.id, 'Old')} now`;
    expect(decodeBody(body, new Map([[plan.id, 'New']]))).toEqual({
      text: 'see New now',
      people: [],
      documents: [{ id: plan.id, title: 'New' }],
    });
  });
});

describe('marks', () => {
  it.each([
    ['a bc d', 2, 4, 'a **<bc>** d'],
    ['a bc d', 1, 5, 'a **<bc>** d'],
    ['a **bc** d', 4, 6, 'a <bc> d'],
    ['a **bc** d', 2, 8, 'a <bc> d'],
    ['ab', 1, 1, 'a**<>**b'],
  ])('toggles bold in %j from %i to %i', (text, from, to, expected) => {
    expect(after(text, toggleMark(text, from, to, '**'))).toBe(expected);
  });

  it('toggles a list over the lines touched', () => {
    expect(after('x\nab\ncd', toggleList('x\nab\ncd', 3, 6))).toBe('x\n<- ab\n- cd>');
    expect(after('- ab\n- cd', toggleList('- ab\n- cd', 0, 9))).toBe('<ab\ncd>');
    expect(after('', toggleList('', 0, 0))).toBe('- <>');
  });

  it('continues lists and ends them on an empty item', () => {
    expect(after('- a', newLine('- a', 3, 3))).toBe('- a\n- <>');
    expect(after('9. a', newLine('9. a', 4, 4))).toBe('9. a\n10. <>');
    expect(after('- a\n- ', newLine('- a\n- ', 6, 6))).toBe('- a\n<>');
    expect(after('a', newLine('a', 1, 1))).toBe('a\n<>');
  });
});

describe('mentioning', () => {
  it('sees the name being typed', () => {
    expect(mentionQuery('hi @In', 6)).toEqual({ at: 3, query: 'In' });
    expect(mentionQuery('@', 1)).toEqual({ at: 0, query: '' });
    expect(mentionQuery('@Ines Mo', 8)).toEqual({ at: 0, query: 'Ines Mo' });
    expect(mentionQuery('a@b.example', 11)).toBeNull();
    expect(mentionQuery('@Ines Moreau is here', 20)).toBeNull();
  });

  it('finds people by the beginning of any word, without accents', () => {
    const people = ['Moreau Paul', 'Inès Moreau', 'Sofia Lindqvist'].map((name) => ({ name }));
    expect(matchPeople(people, 'more', 8).map(({ name }) => name)).toEqual(['Moreau Paul', 'Inès Moreau']);
    expect(matchPeople(people, 'INES', 8).map(({ name }) => name)).toEqual(['Inès Moreau']);
    expect(matchPeople(people, '', 2)).toHaveLength(2);
  });
});
