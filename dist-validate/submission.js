export {};
//# sourceMappingURL=submission.js.map