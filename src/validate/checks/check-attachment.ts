import { createHash } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import { primitives } from '../primitives.ts';
import type { Check, CheckFinding, CheckReport } from './check.ts';

const BLANK = /\s/;
const RULE = 'R4 datatypes.html#Attachment';

/**
 * Attachments: what size and hash say of the data (R4 datatypes.html#Attachment: bytes before encoding, SHA-1), and that there is something to show.
 * The reference validator decodes data and hash strictly, so that blanks, which base64Binary allows elsewhere, are errors here.
 */
export const checkAttachment: Check = (node, _world, report) => {
  const { data, hash, size } = node;
  if (isEmpty(node)) report.add({ code: 'attachment-empty', severity: 'warning', at: '', rule: RULE });
  const whole = isDecodable(data, '.data', report);
  const hashed = isDecodable(hash, '.hash', report);
  if (!whole || typeof data !== 'string') return;
  if (hashed && typeof hash === 'string' && toHash(data) !== hash) report.add(toFault('attachment-hash', '.hash'));
  checkSize(size, data, report);
};

function checkSize(size: unknown, data: string, report: CheckReport): void {
  if (typeof size === 'number' && size !== countBytes(data)) {
    report.add({ ...toFault('attachment-size', '.size'), expected: String(countBytes(data)), came: size });
  }
}

function isEmpty({ data, url, contentType, language }: JsonObject): boolean {
  return data === undefined && url === undefined && contentType === undefined && language === undefined;
}

/** False for what is no base64; blanks in otherwise sound base64 are told here, the rest by the type. */
function isDecodable(value: unknown, at: string, report: CheckReport): boolean {
  if (typeof value !== 'string' || primitives['base64Binary']?.(value) !== true) return false;
  if (!BLANK.test(value)) return true;
  report.add(toFault('attachment-blanks', at));
  return false;
}

function countBytes(data: string): number {
  const padding = data.endsWith('==') ? 2 : data.endsWith('=') ? 1 : 0;
  return (data.length / 4) * 3 - padding;
}

function toHash(data: string): string {
  return createHash('sha1').update(data, 'base64').digest('base64');
}

function toFault(code: string, at: string): CheckFinding {
  return { code, severity: 'error', at, rule: RULE };
}
