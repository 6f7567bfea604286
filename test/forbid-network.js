import nock from 'nock';
// Tests talk to this machine only; anything else is a defect of the test, not of the network.
nock.disableNetConnect();
nock.enableNetConnect(/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/);
