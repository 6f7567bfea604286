import type { CheckFinding } from '../kit/check/check-finding.ts';
import type { BundleJudgement } from '../kit/check/judge-bundles.ts';
import type { ColumnUse } from '../kit/check/watch-source.ts';
import type { Source } from '../map/source.ts';
import type { Trial } from './try-file.ts';

/** What a check of a folder came to. */
export interface CheckedFolder {
  readonly dir: string;
  readonly source: Source;
  readonly samples: readonly { readonly name: string; readonly trial: Trial }[];
  readonly uses: readonly ColumnUse[];
  readonly bundles: BundleJudgement;
  readonly findings: readonly CheckFinding[];
}
