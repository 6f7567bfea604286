// The code system of our issue codes, from the same pages as docs/errors. Where it changes, `npm run profiles` has to follow.
import { readGuide, toText } from '../profiles/make-vocabulary.mjs';

const path = 'profiles/input/vocabulary/CodeSystem-kode-temuan.json';

/** Every code that a finding or a reason of ours may carry; Indonesian first, English as designation. */
export function toIssueCodes(root, pages) {
  const { canonical, about } = readGuide(root);
  const { version, ...rest } = about;
  const text = toText({
    resourceType: 'CodeSystem',
    id: 'kode-temuan',
    url: `${canonical}/CodeSystem/kode-temuan`,
    ...{ version, name: 'KodeTemuan', title: 'Kode temuan', ...rest },
    description: 'Kode setiap temuan dan alasan yang diberikan Titian; setiap kode mempunyai halaman di docs/errors.',
    caseSensitive: true,
    content: 'complete',
    count: pages.length,
    concept: pages.map(({ code, title, meaning }) => ({
      ...{ code, display: title.id, definition: meaning.id },
      designation: [{ language: 'en', value: title.en }],
    })),
  });
  return { path, text };
}
