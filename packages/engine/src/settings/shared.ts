/** A level of the Pod Security Standards with its version, `restricted:v1.36`, or the configuration of the plugin. */
export type PodSecuritySetting = string | Readonly<Record<string, unknown>>;

/**
 * Facts about the cluster and the run. A rule that has an option of the same name takes it from here, unless the option
 * itself is set.
 */
export interface SharedSettings {
  /**
   * How long containers take to start, by patterns of images: `{"registry.example/java/*": "90s"}`; the first one that
   * fits counts.
   */
  readonly startupTime?: Readonly<Record<string, string | number>> | undefined;
  /** Globs of files that a kubelet reads itself; default: those in a folder `etc/kubernetes/manifests`. */
  readonly staticPods?: readonly string[] | undefined;
  /** The run holds every object of the cluster, so that what is not in it does not exist. */
  readonly complete?: boolean | undefined;
  /**
   * Repositories of images that a builder makes and puts in with a tag of its own, as Skaffold does; what manifests say of
   * their tags does not count.
   */
  readonly builtImages?: readonly string[] | undefined;
  /** What the cluster's Pod Security plugin is set to; undefined: only what Namespaces of the run say. */
  readonly podSecurity?: PodSecuritySetting | undefined;
}
