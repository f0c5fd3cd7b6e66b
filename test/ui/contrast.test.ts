import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../lib/ui/tokens.css', import.meta.url), 'utf8');
const [light, dark] = [...css.matchAll(/:root \{([^}]*)\}/g)].map(
  ([, block]) => new Map([...block!.matchAll(/--([\w-]+): (#\w{6});/g)].map(match => [match[1]!, match[2]!])),
);

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map(at => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter! + 0.05) / (darker! + 0.05);
}

describe.each([
  ['light', light!],
  ['dark', dark!],
])('the colours in %s', (_, colours) => {
  const of = (name: string) => colours.get(name)!;

  it.each(['ink', 'ink-soft', 'link', 'exact', 'rounding', 'conflict', 'unchecked', 'uncertain'])(
    'let %s be read on paper',
    name => {
      for (const paper of ['paper', 'paper-sunk']) expect(contrast(of(name), of(paper))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('let a figure in conflict be read on its tint', () => {
    expect(contrast(of('ink'), of('conflict-tint'))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    'bar-exact',
    'bar-rounding',
    'bar-conflict',
    'bar-unchecked',
    'bar-uncertain',
    'bar-now',
    'bar-prior',
    'focus',
  ])('let %s be told from paper', name => {
    expect(contrast(of(name), of('paper'))).toBeGreaterThanOrEqual(3);
  });
});
