/** A validator as it is probed and timed: from the text of a resource to its verdict, with the profile that meta.profile names if it knows profiles. */
export interface Judge {
  readonly name: string;
  readonly accepts: (text: string) => boolean;
}
