import type { Finding } from './report.ts';

/**
 * Ids by content, so that the same mistake keeps its id when the document is checked again, by another version too: what rule, what is
 * printed, and where the figures of the first statement stand. Neither the wording nor what follows from it is part of that.
 */
export function withIds<T extends { readonly finding: Finding }>(drafts: readonly T[]): T[] {
  const taken = new Map<string, number>();
  return drafts.map(draft => {
    const { rule, evidence, arithmetic, stated } = draft.finding;
    const proof = new Set(arithmetic[0]?.filter(part => typeof part === 'number'));
    const own = evidence.filter((_, i) => proof.size === 0 || proof.has(i));
    const content = [rule, stated, ...own.map(e => `${e.table}|${e.row}|${e.column}|${e.printed ?? e.quote}`)].join(
      '\n',
    );
    const hash = hashOf(content);
    const nth = taken.get(hash) ?? 0;
    taken.set(hash, nth + 1);
    return { ...draft, finding: { ...draft.finding, id: nth ? `${hash}-${nth + 1}` : hash } };
  });
}

/** 53-bit string hash (cyrb53), in base 36. */
function hashOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
