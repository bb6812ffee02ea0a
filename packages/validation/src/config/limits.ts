/** MaxSecretSize, pkg/apis/core/types.go; for ConfigMaps too. */
export const maxDataBytes = 1024 * 1024;
