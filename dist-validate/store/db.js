import { statementText } from "./statement.js";
/** Runs single statements on whichever connection is free. */
export function toDb(pool, footing) {
    return {
        ...footing,
        rows: async (statement, values = []) => (await pool.query({ name: statement, text: statementText(statement), values: [...values] })).rows,
        count: async (statement, values = []) => (await pool.query({ name: statement, text: statementText(statement), values: [...values] })).rowCount ?? 0,
    };
}
/** Runs statements inside the transaction that is open on this connection. */
export function toTx(client, footing) {
    return { ...toDb(client, footing), inTransaction: true, personKeys: new Map() };
}
//# sourceMappingURL=db.js.map