export {};
//# sourceMappingURL=column-setting.js.map