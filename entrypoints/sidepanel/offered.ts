import type { DisclosureLink } from '../../lib/detect/detect-link.ts';
import type { OfferedDocument } from '../../lib/ui/messages.ts';

/** A link as the panel offers it. */
export function offered({ url, name, type }: DisclosureLink): OfferedDocument {
  if (type === 'html') return { url, name, type: 'page' };
  return { url, name, type: type === 'doc' ? 'old-word' : 'file' };
}
