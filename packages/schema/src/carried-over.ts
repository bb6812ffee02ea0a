import { own } from '@podlint/plain';

/** Names by the definitions that they are written in, and the fields that people mean by them: `a.b` is deeper. */
type Names = Readonly<Record<string, string | readonly string[]>>;

const memory = ['resources.requests.memory', 'resources.limits.memory'];
const cpu = ['resources.requests.cpu', 'resources.limits.cpu'];
const named: Names = { secretname: 'name', configmapname: 'name' };
const storage = 'resources.requests.storage';

/** From docker-compose, values of charts, other fields and older versions; in lower case, without "_" and "-". */
const carriedOver: Readonly<Record<string, Names>> = {
  'apps.v1.DaemonSetSpec': { strategy: 'updateStrategy' },
  'apps.v1.DeploymentSpec': { updatestrategy: 'strategy' },
  'apps.v1.StatefulSetSpec': { service: 'serviceName', strategy: 'updateStrategy' },
  'autoscaling.v2.HorizontalPodAutoscalerSpec': { targetcpuutilizationpercentage: 'metrics' },
  'batch.v1.CronJobSpec': { template: 'jobTemplate.spec.template', tz: 'timeZone', cron: 'schedule' },
  'batch.v1.JobSpec': { retries: 'backoffLimit' },
  'core.v1.CSIVolumeSource': { name: 'driver' },
  'core.v1.ConfigMapEnvSource': named,
  'core.v1.ConfigMapKeySelector': named,
  'core.v1.ConfigMapProjection': named,
  'core.v1.ConfigMapVolumeSource': named,
  'core.v1.Container': {
    capadd: 'securityContext.capabilities.add',
    capdrop: 'securityContext.capabilities.drop',
    cmd: 'args',
    cpu,
    cpus: 'resources.limits.cpu',
    entrypoint: 'command',
    environment: 'env',
    envvars: 'env',
    expose: 'ports',
    healthcheck: 'livenessProbe',
    memlimit: 'resources.limits.memory',
    memory,
    memreservation: 'resources.requests.memory',
    pullpolicy: 'imagePullPolicy',
    readonly: 'securityContext.readOnlyRootFilesystem',
    stdinopen: 'stdin',
    user: 'securityContext.runAsUser',
    workdir: 'workingDir',
  },
  'core.v1.ContainerPort': { number: 'containerPort', port: 'containerPort', targetport: 'containerPort' },
  'core.v1.EnvFromSource': { configmapkeyref: 'configMapRef', secretkeyref: 'secretRef' },
  'core.v1.EnvVar': { key: 'name', val: 'value', var: 'name' },
  'core.v1.EnvVarSource': {
    configmapref: 'configMapKeyRef',
    fieldpath: 'fieldRef.fieldPath',
    secretref: 'secretKeyRef',
  },
  'core.v1.EphemeralVolumeSource': {
    accessmodes: 'volumeClaimTemplate.spec.accessModes',
    resources: 'volumeClaimTemplate.spec.resources',
    spec: 'volumeClaimTemplate.spec',
    storageclassname: 'volumeClaimTemplate.spec.storageClassName',
  },
  'core.v1.HTTPGetAction': { uri: 'path', url: 'path' },
  'core.v1.HostAlias': { address: 'ip', host: 'hostnames', hostname: 'hostnames', ipaddress: 'ip', names: 'hostnames' },
  'core.v1.NFSVolumeSource': { address: 'server', host: 'server' },
  'core.v1.NodeSelectorTerm': { matchlabels: 'matchExpressions' },
  'core.v1.PersistentVolumeClaimSpec': { size: storage, storage },
  'core.v1.PodDNSConfig': { domains: 'searches', servers: 'nameservers' },
  'core.v1.PodSpec': {
    dns: 'dnsConfig.nameservers',
    dnssearch: 'dnsConfig.searches',
    extrahosts: 'hostAliases',
    restart: 'restartPolicy',
    user: 'securityContext.runAsUser',
  },
  'core.v1.Probe': {
    cmd: 'exec.command',
    delay: 'initialDelaySeconds',
    interval: 'periodSeconds',
    retries: 'failureThreshold',
    startperiod: 'initialDelaySeconds',
    test: 'exec.command',
  },
  'core.v1.SecretEnvSource': named,
  'core.v1.SecretKeySelector': named,
  'core.v1.SecretProjection': named,
  'core.v1.Volume': {
    configmapref: 'configMap',
    persistentvolume: 'persistentVolumeClaim',
    pvc: 'persistentVolumeClaim',
    secretref: 'secret',
  },
  'core.v1.VolumeMount': { path: 'mountPath', source: 'name', target: 'mountPath', volume: 'name' },
  // Up to networking.k8s.io/v1beta1.
  'networking.v1.IngressBackend': {
    servicename: 'service.name',
    serviceport: ['service.port.number', 'service.port.name'],
  },
};

/** What every object has under its metadata, and nowhere else. */
const ofMetadata: ReadonlySet<string> = new Set(['annotations', 'generateName', 'labels', 'name', 'namespace']);

/** The fields that are most likely meant by a name that a struct does not know, as paths from the struct down. */
export function carriedNames(type: string, name: string, isObject: boolean): readonly (readonly string[])[] {
  if (isObject && ofMetadata.has(name)) return [['metadata', name]];
  const meant = own(own(carriedOver, type) ?? {}, name.toLowerCase().replaceAll(/[-_]/g, '')) ?? [];
  return (typeof meant === 'string' ? [meant] : meant).map((path) => path.split('.'));
}
