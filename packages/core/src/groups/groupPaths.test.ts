import { LIMITS } from '@hemicycle/contracts';
import { describe, expect, it } from '@jest/globals';
import { groupNameOf, groupPaths, pathAbove } from './groupPaths';

const read = (...claimed: string[]) => groupPaths(claimed);

describe('ACC-66 groups in a claim', () => {
  it('are paths with everything above them, once each', () => {
    expect(read('/Harbours/Pilots/North', '/Harbours', '/Harbours')).toEqual({
      groups: [
        { path: '/Harbours', above: [] },
        { path: '/Harbours/Pilots/North', above: ['/Harbours', '/Harbours/Pilots'] },
      ],
      left: 0,
    });
  });

  it('may be plain names, and may have a slash in them', () => {
    expect(read('Pilots').groups).toEqual([{ path: '/Pilots', above: [] }]);
    expect(read('/Sea~/Air/Pilots').groups).toEqual([{ path: '/Sea~/Air/Pilots', above: ['/Sea~/Air'] }]);
    expect(groupNameOf('/Harbours/Sea~/Air')).toBe('Sea/Air');
    expect(pathAbove('/Sea~/Air/Pilots')).toBe('/Sea~/Air');
    expect(pathAbove('/Harbours')).toBeNull();
  });

  it.each([
    ['without a name', '/Harbours//North'],
    ['of nothing', '/'],
    ['with a name of blanks', '/Harbours/  '],
    ['too deep', `/${Array.from({ length: LIMITS.groupDepth + 1 }, (_, level) => level).join('/')}`],
    ['with a name nobody reads', `/${'x'.repeat(LIMITS.titleLength + 1)}`],
  ])('are left out: %s', (_, path) => {
    expect(read(path, '/Harbours')).toEqual({ groups: [{ path: '/Harbours', above: [] }], left: 1 });
  });

  it('are so many at most', () => {
    const { groups, left } = groupPaths(
      Array.from({ length: LIMITS.providerGroups + 7 }, (_, n) => `/g${n}`),
    );
    expect([groups.length, left]).toEqual([LIMITS.providerGroups, 7]);
  });
});
