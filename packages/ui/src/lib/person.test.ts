import { expect, test } from '@jest/globals';
import { hueStep } from './hueStep';
import { initialsOf } from './initialsOf';

test.each([
  ['Sofia Lindqvist', 'SL'],
  ['Marit de Boer', 'MB'],
  ['Élodie', 'É'],
  ['jean-luc  van  den  berg', 'JB'],
  ['sofia.lindqvist', 'SL'],
  ['李 小龙', '李小'],
  ['de', 'D'],
  ['  ', '?'],
  ['🙂', '?'],
])('the initials of %j are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test.each([
  [0, 0],
  [35, 0],
  [36, 1],
  [359, 9],
  [360, 0],
  [-1, 9],
])('hue %i takes step %i', (hue, step) => {
  expect(hueStep(hue)).toBe(step);
});
