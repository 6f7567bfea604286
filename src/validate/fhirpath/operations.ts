import { isObject } from '../json.ts';
import * as asking from './asking.ts';
import * as comparing from './comparing.ts';
import * as logic from './logic.ts';
import * as texts from './texts.ts';
import * as values from './values.ts';
import * as walking from './walking.ts';

/** What compiled rules call, as `F`: one function for each operation of FHIRPath that is more than an operator of JavaScript. */
export const operations = { ...asking, ...comparing, ...logic, ...texts, ...values, ...walking, last, part, take, withUrl };

function last(items: readonly unknown[]): unknown {
  return items.at(-1);
}

/** What follows after some members are left out. */
function part(items: readonly unknown[], from: unknown): readonly unknown[] {
  return typeof from === 'number' && from > 0 ? items.slice(from) : items;
}

function take(items: readonly unknown[], many: unknown): readonly unknown[] {
  return typeof many === 'number' && many > 0 ? items.slice(0, many) : values.NONE;
}

function withUrl(extensions: readonly unknown[], url: unknown): readonly unknown[] {
  return extensions.filter((each) => isObject(each) && each['url'] === url);
}
