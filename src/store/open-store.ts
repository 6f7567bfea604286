import type { Environment } from '../platforms/subject.ts';
import * as apiKeys from './api-keys.ts';
import * as attempts from './attempts.ts';
import { countBacklog } from './backlog.ts';
import * as confirmations from './confirmations.ts';
import { checkDatabase, createPool } from './connect.ts';
import { toDb } from './db.ts';
import type { Db, Footing, Tx } from './db.ts';
import { beginAll, beginSending, defer, giveBack, hold, park, reconcileLater, renumber, wait } from './debts.ts';
import { claim } from './claims.ts';
import * as courses from './courses.ts';
import * as episodes from './episodes.ts';
import * as erasure from './erasure.ts';
import * as facilities from './facilities.ts';
import { createFacilityTokens } from './facility-tokens.ts';
import * as idempotency from './idempotency.ts';
import * as judgements from './judgements.ts';
import { handCorrectionOf, keepHandCorrection } from './hand-corrections.ts';
import * as incidents from './incidents.ts';
import { checkKey } from './key-check.ts';
import { migrate, readMigrations } from './migrate.ts';
import * as outcomes from './outcomes.ts';
import { freeSent, leavePatients, owe, withdraw } from './owe.ts';
import { countOwed } from './owed-counts.ts';
import { countStuck, listStuck } from './owed-queue.ts';
import * as platformState from './platform-state.ts';
import { lockDebts, redrive, settledAmong } from './redrive.ts';
import { rowsBehind, rowsBehindEnrolments } from './rows-behind.ts';
import { visitOutcomes } from './visit-outcomes.ts';
import { childrenOf, motherOf, twinsOf } from './person-family.ts';
import * as identityDecisions from './identity-decisions.ts';
import * as personEnrolments from './person-enrolments.ts';
import * as personMerges from './person-merges.ts';
import * as personReviews from './person-reviews.ts';
import * as persons from './persons.ts';
import * as readings from './readings.ts';
import { receiveFiles } from './receive-files.ts';
import * as rereadings from './rereadings.ts';
import { expireLeases, release, releaseForgotten, releaseLeases, reopen } from './release.ts';
import { forgetRefusals, refusalsOf, refuse, refusedParts } from './refusals.ts';
import { reopenElsewhere } from './reopen-elsewhere.ts';
import { raisePlaces } from './raise-places.ts';
import { releaseForFacility } from './release-for-facility.ts';
import { releaseForRegister } from './release-for-register.ts';
import * as receiptFacts from './receipt-facts.ts';
import * as rows from './rows.ts';
import * as rowsAgain from './rows-again.ts';
import * as schedule from './schedule.ts';
import { toOwnId } from './own-id.ts';
import { toBlindIndex } from './sealing/blind-index.ts';
import { toKeyring } from './sealing/keyring.ts';
import { toIdOf } from './sealing/resource-id.ts';
import type { IdOf } from './sealing/resource-id.ts';
import type { Random } from './sealing/seal.ts';
import { settle, settleAll } from './settle.ts';
import * as signingKeys from './signing-key.ts';
import * as site from './site.ts';
import * as submissions from './submissions.ts';
import { transact } from './transact.ts';
import * as upstream from './upstream.ts';
import * as visitParts from './visit-parts.ts';
import * as visits from './visits.ts';
import * as visitsOfPersons from './visits-of-persons.ts';
import { factsOfPersons } from './facts-of-persons.ts';
import { visitsNotOwed } from './visits-not-owed.ts';
import * as dues from './dues.ts';
import * as warnings from './warnings.ts';

/** Two files of one part; whoever looks for unused exports sees through a call, not through a spread. */
function join<A extends object, B extends object>(one: A, other: B): A & B {
  return { ...one, ...other };
}

/** What the store keeps, part by part. A function that takes a `Tx` does several things that belong together. */
const parts = {
  submissions: join(submissions, { receiveFiles, countBacklog }),
  idempotency,
  readings: join(readings, rereadings),
  rows: join(rows, rowsAgain),
  persons: join(persons, { childrenOf, motherOf, twinsOf }),
  personReviews,
  identityDecisions,
  personMerges,
  personEnrolments,
  confirmations,
  courses,
  episodes,
  judgements,
  visits: join(join(visits, visitParts), join(visitsOfPersons, { visitsNotOwed, factsOfPersons })),
  site,
  owed: {
    ...{ owe, freeSent, leavePatients, withdraw },
    ...{ claim, beginSending, beginAll, renumber, settle, settleAll, defer, reconcileLater, wait, hold, park, giveBack },
    ...{ reopenElsewhere, keepHandCorrection, handCorrectionOf },
    ...{ refuse, refusalsOf, refusedParts, forgetRefusals },
    ...{ release, reopen, releaseForRegister, releaseForFacility, raisePlaces, releaseForgotten, releaseLeases, expireLeases },
    ...{ countOwed, visitOutcomes, countStuck, listStuck, rowsBehind, rowsBehindEnrolments },
    ...{ lockDebts, settledAmong, redrive },
  },
  platformState,
  incidents,
  upstream,
  attempts,
  apiKeys,
  facilities: join(facilities, { createFacilityTokens }),
  erasure,
  outcomes,
  receiptFacts,
  signingKeys,
  schedule,
  warnings,
  dues,
};

/** Everything kept, behind one door: `store.transact((tx) => store.visits.saveVisits(tx, ...))`, `store.visits.getVisit(store.db, id)`. */
export type Store = typeof parts & {
  readonly environment: Environment;
  /** Platforms to which visits are owed, sorted. */
  readonly platforms: readonly string[];
  /** Id of the master key, for people to compare with their copies. */
  readonly keyId: string;
  /** For single statements, outside any transaction. */
  readonly db: Db;
  readonly idOf: IdOf;
  /** A fresh id in the order of time, for what a person says rather than a file. */
  readonly ownId: (at: Date) => string;
  /** Does the work wholly and durably, or not at all; repeats it after a deadlock or a lost race, unless `tries` is 1. */
  transact<T>(work: (tx: Tx) => Promise<T>, tries?: number): Promise<T>;
  close(): Promise<void>;
};

/** What opening needs. `masterKey` is 32 bytes. */
export interface StoreOptions {
  readonly url: string;
  readonly masterKey: Uint8Array;
  readonly environment: Environment;
  readonly random: Random;
  readonly poolSize?: number;
  /** Platforms to which visits are owed; SATUSEHAT alone when absent. */
  readonly platforms?: readonly string[];
  /** Told when a connection breaks; the pool replaces it, and whoever was using it gets the fault. */
  readonly onLost?: (error: Error) => void;
}

/**
 * Opens the store: checks the database, brings its schema forward, and binds it to the master key.
 * Throws a StoreFault for a database that cannot serve, a KeyFault for another key.
 */
export async function openStore({
  url,
  masterKey,
  environment,
  random,
  poolSize = 10,
  platforms = ['satusehat'],
  onLost = () => undefined,
}: StoreOptions): Promise<Store> {
  const keys = toKeyring(masterKey);
  const footing: Footing = { environment, keys, digest: toBlindIndex(keys, environment), random };
  const pool = createPool(url, poolSize, onLost);
  try {
    await checkDatabase(pool);
    await migrate(pool, await readMigrations());
    await checkKey(pool, keys);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    ...parts,
    environment,
    platforms: [...platforms].sort(),
    keyId: keys.keyId,
    db: toDb(pool, footing),
    idOf: toIdOf(keys),
    ownId: (at) => toOwnId(at, random),
    transact: (work, tries) => transact(pool, footing, work, tries),
    close: () => pool.end(),
  };
}
