import type { Request, Response } from 'express';
import type { BackPressure } from './back-pressure.ts';
import { discardRest } from './discard-rest.ts';
import { readBody, refuseAnnounced, type BodyLimits } from './read-body.ts';

/** A request whose body is to be read, and what limits it. */
export interface Receiving {
  readonly request: Request;
  readonly response: Response;
  readonly pressure: BackPressure;
  readonly limits: BodyLimits;
}

/**
 * Does something with the body of a request, if there is room for it. The room is held until the work is done, whether or not the sender
 * still waits. What is left of a refused body is thrown away, so that its sender gets to read why.
 */
export async function withBody(
  { request, response, pressure, limits }: Receiving,
  work: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  try {
    const announced = announcedBytes(request);
    refuseAnnounced(announced, limits);
    const admission = pressure.admit(announced);
    try {
      if (request.headers.expect !== undefined) response.writeContinue();
      await work(
        await readBody(request, {
          ...limits,
          announced,
          grow: (bytes) => {
            admission.grow(bytes);
          },
        }),
      );
    } finally {
      admission.release();
    }
  } catch (fault) {
    discardRest(request, response, limits.bodyBytes);
    throw fault;
  }
}

/** Undefined for a body that ends when it ends; without either header there is none (RFC 9112, 6.3). Node has refused already what is no number. */
function announcedBytes({ headers }: Request): number | undefined {
  return headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? '0') : undefined;
}
