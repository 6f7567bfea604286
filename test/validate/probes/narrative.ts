import type { Probe } from './probe.ts';
import { patient, withNarrative } from './resources.ts';

/** The XHTML of a narrative. */
export const narrative: readonly Probe[] = [
  ['a script', withNarrative('<script>alert(1)</script>'), 'xhtml-element Patient.text.div', withNarrative('<p>Danu</p>')],
  ['a form', withNarrative('<p>Danu</p><form></form>'), 'xhtml-element Patient.text.div', withNarrative('<p>Danu</p>')],
  [
    'an event handler',
    withNarrative('<p onclick="a()">Danu</p>'),
    'xhtml-attribute Patient.text.div',
    withNarrative('<p class="nama">Danu</p>'),
  ],
  ['a narrative of blanks', withNarrative('  '), 'xhtml-empty Patient.text.div', withNarrative('<p>Danu</p>')],
  ['a tag that is not closed', withNarrative('<p>Danu'), 'xhtml-malformed Patient.text.div', withNarrative('<p>Danu</p>')],
  [
    'a narrative outside XHTML',
    { ...patient, text: { status: 'generated', div: '<div>Danu</div>' } },
    'xhtml-namespace Patient.text.div',
    withNarrative('Danu'),
  ],
  ['an entity nobody declared', withNarrative('<p>&namaku;</p>'), 'xhtml-entity Patient.text.div', withNarrative('<p>Danu &amp; ibu</p>')],
];
