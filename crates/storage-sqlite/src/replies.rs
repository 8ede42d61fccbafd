//! Replies to reporters: put, handed out, read, deleted.

use async_trait::async_trait;
use domain::mailbox::{Address, SLOTS};
use domain::{Day, SealedFrame};
use sqlx::SqliteConnection;
use storage::{NewReply, PutReplyError, ReadSlot, ReplyStore, StoreError};

use crate::SqliteStore;
use crate::columns::{Table, key_of};
use crate::error::OrUnavailable;
use crate::outbox::run;

const REPLY: Table = Table("reply");

/// Of either table exactly one frame is read for each address.
const EIGHT: &str = "with asked (slot, address) as (
        values (0, $1), (1, $2), (2, $3), (3, $4), (4, $5), (5, $6), (6, $7), (7, $8)
     )
     select reply.address is not null, coalesce(reply.frame, reply_decoy.frame)
     from asked
     join reply_decoy on reply_decoy.slot = asked.slot
     left join reply on reply.address = asked.address
     order by asked.slot";

#[async_trait]
impl ReplyStore for SqliteStore {
    async fn put_reply(&self, reply: NewReply) -> Result<(), PutReplyError> {
        let mut tx = self.begin().await?;
        for (address, frame) in reply {
            if put(&mut tx, address, frame).await? {
                return Ok(tx.commit().await.or_unavailable()?);
            }
        }
        Err(PutReplyError::Full)
    }

    async fn hand_out_replies(&self, day: Day) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let handed_out = sqlx::query(
            "insert into reply (key, address, day, frame)
             select key, address, $1, frame
             from reply_waiting
             order by key",
        )
        .bind(day.0)
        .execute(&mut *tx)
        .await
        .or_unavailable()?;
        if handed_out.rows_affected() == 0 {
            return Ok(0);
        }
        run(&mut tx, sqlx::query("delete from reply_waiting")).await?;
        tx.commit().await.or_unavailable()?;
        self.try_empty_logs().await;
        Ok(handed_out.rows_affected())
    }

    async fn read_slots(&self, addresses: &[Address; SLOTS]) -> Result<Vec<ReadSlot>, StoreError> {
        let mut query = sqlx::query_as(EIGHT);
        for address in addresses {
            query = query.bind(address.as_bytes().as_slice());
        }
        let rows: Vec<(bool, Vec<u8>)> = query.fetch_all(&self.readers).await.or_unavailable()?;
        let read = rows.into_iter().map(|(is_reply, frame)| {
            let frame = REPLY.frame("frame", frame)?;
            Ok(ReadSlot { is_reply, frame })
        });
        read.collect()
    }

    async fn delete_reply(&self, address: Address) -> Result<(), StoreError> {
        let mut tx = self.begin().await?;
        let delete = sqlx::query("delete from reply where address = $1");
        run(&mut tx, delete.bind(address.as_bytes().as_slice())).await?;
        let as_much = "update reply_decoy
             set frame = zeroblob(20480)
             where slot = 0";
        run(&mut tx, sqlx::query(as_much)).await?;
        tx.commit().await.or_unavailable()?;
        self.try_empty_logs().await;
        Ok(())
    }

    async fn purge_replies(&self, before: Day) -> Result<u64, StoreError> {
        let mut tx = self.begin().await?;
        let delete = sqlx::query("delete from reply where day < $1");
        let gone = run(&mut tx, delete.bind(before.0)).await?;
        tx.commit().await.or_unavailable()?;
        self.empty_logs().await?;
        Ok(gone)
    }
}

/// Puts a frame into a slot unless that is taken; answers whether it was free. Whoever sent the tip chose
/// the addresses: one whose first bytes are another's counts as taken, and never stops what is handed out.
async fn put(
    tx: &mut SqliteConnection,
    address: Address,
    frame: SealedFrame,
) -> Result<bool, StoreError> {
    let bytes = address.as_bytes();
    let first = bytes.first_chunk().copied().unwrap_or_default();
    let new = sqlx::query(
        "insert into reply_waiting (key, address, frame)
         select $1, $2, $3
         where not exists (
            select 1
            from reply
            where key = $1 or address = $2
         )
         on conflict do nothing",
    )
    .bind(key_of(&first))
    .bind(bytes.as_slice())
    .bind(frame.into_bytes());
    Ok(run(tx, new).await? > 0)
}
