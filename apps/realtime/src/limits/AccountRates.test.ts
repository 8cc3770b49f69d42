import { describe, expect, it, jest } from '@jest/globals';
import { AccountRates } from './AccountRates';
import { REALTIME_LIMITS } from './limits';

const limits = {
  ...REALTIME_LIMITS,
  accountBytesPerSecond: 1_000,
  accountByteBurst: 5_000,
  accountWorkPerSecond: 100,
  accountWorkBurst: 1_000,
};

describe('RT-110 the rate of an account', () => {
  it('is shared by all of its sockets, and by nobody else', () => {
    const rates = new AccountRates(limits);
    const [first, second, other] = [rates.enter('ines', 0), rates.enter('ines', 0), rates.enter('jonas', 0)];
    expect(first.bytes.take(5_000, 0)).toBe(0);
    expect(second.bytes.take(1_000, 0)).toBe(1_000);
    expect(other.bytes.take(5_000, 0)).toBe(0);
    expect(second.work.take(1_100, 0)).toBe(1_000);
  });

  it('is not made new by leaving and coming back', () => {
    jest.useFakeTimers();
    const rates = new AccountRates(limits);
    expect(rates.enter('ines', 0).bytes.take(6_000, 0)).toBe(1_000);
    rates.leave('ines');
    expect(rates.enter('ines', 500).bytes.take(0, 500)).toBe(500);
    rates.leave('ines');
    jest.advanceTimersByTime(10_000);
    expect(rates.enter('ines', 10_500).bytes.take(5_000, 10_500)).toBe(0);
    jest.useRealTimers();
  });
});
