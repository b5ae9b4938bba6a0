/** An uploaded file of a key. */
export interface Asset {
  readonly id: string;
  readonly keyId: string;
  /** The name of the file, without a folder. */
  readonly name: string;
  /** As detected from its content. */
  readonly contentType: string;
  readonly bytes: number;
  /** SHA-256 of the content, in hexadecimal. */
  readonly sha256: string;
  readonly createdAt: Date;
}

/** A new file that is in the store already. */
export interface NewAsset {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** The key of its object. No other asset has it. */
  readonly object: string;
}

/** What became of a new file. */
export interface KeptAsset {
  readonly asset: Asset;
  /** False if the key had a file with this content. */
  readonly isNew: boolean;
  /** The object of the new file, if it is not needed because its content was stored before. */
  readonly copy: string | null;
}
