import { appendFileSync } from 'node:fs';
import type { Debt, Ledger } from '../../src/deliver/debt.ts';
import type { Message, Platform } from '../../src/platforms/platform.ts';
import type { Store } from '../../src/store/open-store.ts';
import type { LeaseEvent } from '../history/history.ts';

/** A line that says that a message is about to leave: one without a `send` after it left as its process died. */
export interface Leaving {
  readonly kind: 'leaving';
  readonly debt: string;
  readonly leaseNo: number;
  readonly owner: string;
  readonly from: number;
}

/** Writes down what one process does under its leases; a line is with the kernel before the process goes on, so that a kill loses none. */
export interface LeaseRecorder {
  watchStore(store: Store): Store;
  watchLedger(ledger: Ledger): Ledger;
  watchPlatform(platform: Platform): Platform;
}

/** Where to write, who writes, and a clock that is one for all processes of the machine, in milliseconds. */
export interface Recording {
  readonly file: string;
  readonly owner: string;
  readonly clock: () => number;
}

/** Makes the recorder of one process. */
export function recordLeases({ file, owner, clock }: Recording): LeaseRecorder {
  const debtOf = new WeakMap<Message, Debt>();
  const write = (line: LeaseEvent | Leaving): void => {
    appendFileSync(file, `${JSON.stringify(line)}\n`);
  };
  const baseOf = (debt: Debt, from: number) => ({ debt: nameOf(debt), leaseNo: debt.leaseNo, owner, from, to: clock() });
  return {
    watchStore: (store) => ({
      ...store,
      owed: watchOwed(store.owed, {
        clock,
        onClaim: (debt, from) => {
          write({ kind: 'claim', ...baseOf(debt, from) });
        },
        onWrite: (debt, from, accepted) => {
          write({ kind: 'write', accepted, ...baseOf(debt, from) });
        },
      }),
    }),
    watchLedger: (ledger) => ({
      ...ledger,
      beginSending: (debt, message, now) => {
        debtOf.set(message, debt);
        return ledger.beginSending(debt, message, now);
      },
    }),
    watchPlatform: (platform) => ({
      ...platform,
      send: (message, subject, signal) => {
        const debt = debtOf.get(message);
        if (debt === undefined) return platform.send(message, subject, signal);
        const from = clock();
        write({ kind: 'leaving', debt: nameOf(debt), leaseNo: debt.leaseNo, owner, from });
        return platform.send(message, subject, signal).finally(() => {
          write({ kind: 'send', ...baseOf(debt, from) });
        });
      },
    }),
  };
}

interface Watching {
  readonly clock: () => number;
  readonly onClaim: (debt: Debt, from: number) => void;
  readonly onWrite: (debt: Debt, from: number, accepted: boolean) => void;
}

type Owed = Store['owed'];

function watchOwed(owed: Owed, { clock, onClaim, onWrite }: Watching): Owed {
  const watch =
    <On, Rest extends readonly unknown[]>(change: (on: On, debt: Debt, ...rest: Rest) => Promise<boolean>) =>
    async (on: On, debt: Debt, ...rest: Rest): Promise<boolean> => {
      const from = clock();
      const accepted = await change(on, debt, ...rest);
      onWrite(debt, from, accepted);
      return accepted;
    };
  const watchAll =
    <On, One extends { readonly debt: Debt }, Told>(change: (on: On, platform: string, all: readonly One[]) => Promise<readonly Told[]>) =>
    async (on: On, platform: string, all: readonly One[]): Promise<readonly Told[]> => {
      const from = clock();
      const told = await change(on, platform, all);
      all.forEach(({ debt }, index) => {
        onWrite(debt, from, told[index] === true || told[index] === 'begun');
      });
      return told;
    };
  return {
    ...owed,
    claim: async (db, claim) => {
      const from = clock();
      const debts = await owed.claim(db, claim);
      for (const debt of debts) onClaim(debt, from);
      return debts;
    },
    beginAll: watchAll(owed.beginAll),
    settleAll: watchAll(owed.settleAll),
    defer: watch(owed.defer),
    reconcileLater: watch(owed.reconcileLater),
    wait: watch(owed.wait),
    hold: watch(owed.hold),
    park: watch(owed.park),
    refuse: watch(owed.refuse),
  };
}

function nameOf({ subject }: Debt): string {
  return `${subject.kind}/${subject.id}`;
}
