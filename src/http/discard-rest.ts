import type { Request, Response } from 'express';

/**
 * Throws away what is still to come of a body that is not wanted. A connection that is closed on a sender in the middle of its file is reset,
 * and the answer lost with it; so the rest is read, up to a limit. A sender that waits for a go-ahead gets none and sends nothing.
 */
export function discardRest(request: Request, response: Response, mostBytes: number): void {
  if (request.complete || request.destroyed) return;
  if (request.headers.expect !== undefined && !response.headersSent && request.readableFlowing === null) {
    response.set('connection', 'close');
    return;
  }
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostBytes) request.destroy();
  });
  request.on('error', () => undefined);
  request.resume();
}
