import { afterAll } from '@jest/globals';
import nock from 'nock';

// Tests talk to this machine only; anything else is a defect of the test, not of the network.
nock.disableNetConnect();
nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/);

// nock patches node:http, which all test files of a worker share: the next file patches it anew.
afterAll(() => {
  nock.restore();
});
