import { systems } from '../../fhir/systems.ts';
import type { Coding } from '../element-definition.ts';
import type { Recorder } from '../visit.ts';

const recorded: Readonly<Record<Recorder | 'verified', string>> = {
  kader: 'dicatat-kader',
  nakes: 'dicatat-nakes',
  sistem: 'dicatat-sistem',
  verified: 'diverifikasi-nakes',
};

/** Who wrote something down, or that a nakes stood by it (field rule 5), as the coding that Bundles and Provenances share. */
export function toRecording(by: Recorder | 'verified'): Coding {
  return { system: systems.recording, code: recorded[by] };
}
