// Loaded into SUSHI's process: the result may not depend on what a registry answers today, nor wait for one that does not.
import { Socket } from 'node:net';

Socket.prototype.connect = function refuse() {
  process.nextTick(() => this.destroy(Object.assign(new Error('profiles are compiled without network'), { code: 'ECONNREFUSED' })));
  return this;
};
