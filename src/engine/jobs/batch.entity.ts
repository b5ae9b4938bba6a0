import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Jobs that were submitted together: one job for each set of variables of a template or config. */
@Entity('batches')
export class BatchEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** The key that the jobs belong to. */
  @Column('text', { name: 'key_id' })
  keyId!: string;

  /** The number of jobs in the batch. */
  @Column('integer')
  size!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
