import { controlRule } from '../../kit/pod-security/control-rule.js';

export default controlRule({
  id: 'pod-security/volume-types',
  summary: 'A volume of a type that restricted does not allow',
  brief: 'volume types beyond restricted',
  outranks: ['volumes/host-path'],
  demand:
    'Only configMap, csi, downwardAPI, emptyDir, ephemeral, image, persistentVolumeClaim, projected and secret volumes are allowed.',
});
