/** How many hues tokens.css has for people. */
const steps = 10;

/** The step (0 to 9) of tokens.css nearest below a person's hue (0 to 359, from the API). */
export function hueStep(hue: number): number {
  return Math.floor((((hue % 360) + 360) % 360) / (360 / steps));
}
