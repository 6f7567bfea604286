export {};
//# sourceMappingURL=element-definition.js.map