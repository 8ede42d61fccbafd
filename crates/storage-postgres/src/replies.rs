//! Replies to reporters: put, handed out, read, deleted.

use async_trait::async_trait;
use domain::Day;
use domain::mailbox::{Address, SLOTS};
use storage::columns::Table;
use storage::{NewReply, PutReplyError, ReadSlot, ReplyStore, StoreError};

use crate::PostgresStore;
use crate::error::OrUnavailable;
use crate::outbox::run;

const REPLY: Table = Table("reply");

/// Of either table exactly one frame is read for each address.
const EIGHT: &str = "select reply.address is not null, coalesce(reply.frame, reply_decoy.frame)
     from unnest($1::bytea[]) with ordinality as asked (address, slot)
     join reply_decoy on reply_decoy.slot = asked.slot - 1
     left join reply on reply.address = asked.address
     order by asked.slot";

#[async_trait]
impl ReplyStore for PostgresStore {
    async fn put_reply(&self, reply: NewReply) -> Result<(), PutReplyError> {
        // Nobody hands replies out meanwhile, nor puts another into the same slot.
        let mut tx = self.begin_alone().await?;
        for (address, frame) in reply {
            let new = sqlx::query(
                "insert into reply_waiting (address, frame)
                 select $1, $2
                 where not exists (
                    select 1
                    from reply
                    where address = $1
                 )
                 on conflict do nothing",
            );
            let new = new.bind(address.as_bytes().as_slice());
            let new = new.bind(frame.into_bytes());
            if run(&mut tx, new).await? > 0 {
                return Ok(tx.commit().await.or_unavailable()?);
            }
        }
        Err(PutReplyError::Full)
    }

    async fn hand_out_replies(&self, day: Day) -> Result<u64, StoreError> {
        let waiting: bool = sqlx::query_scalar("select exists (select 1 from reply_waiting)")
            .fetch_one(&self.pool)
            .await
            .or_unavailable()?;
        if !waiting {
            return Ok(0);
        }
        let mut tx = self.begin_alone_at_once().await?;
        let handed_out = sqlx::query(
            "insert into reply (address, day, frame)
             select address, $1, frame
             from reply_waiting
             order by address",
        );
        let handed_out = run(&mut tx, handed_out.bind(i64::from(day.0))).await?;
        run(&mut tx, sqlx::query("delete from reply_waiting")).await?;
        tx.commit().await.or_unavailable()?;
        Ok(handed_out)
    }

    async fn read_slots(&self, addresses: &[Address; SLOTS]) -> Result<Vec<ReadSlot>, StoreError> {
        let asked = addresses
            .each_ref()
            .map(|address| address.as_bytes().as_slice());
        let rows: Vec<(bool, Vec<u8>)> = sqlx::query_as(EIGHT)
            .bind(asked)
            .fetch_all(&self.pool)
            .await
            .or_unavailable()?;
        let read = rows.into_iter().map(|(is_reply, frame)| {
            let frame = REPLY.frame("frame", frame)?;
            Ok(ReadSlot { is_reply, frame })
        });
        read.collect()
    }

    async fn delete_reply(&self, address: Address) -> Result<(), StoreError> {
        let mut tx = self.begin_together().await?;
        let delete = sqlx::query("delete from reply where address = $1");
        run(&mut tx, delete.bind(address.as_bytes().as_slice())).await?;
        let as_much = "update reply_decoy
             set frame = frame
             where slot = 0";
        run(&mut tx, sqlx::query(as_much)).await?;
        tx.commit().await.or_unavailable()
    }

    async fn purge_replies(&self, before: Day) -> Result<u64, StoreError> {
        let mut tx = self.begin_alone().await?;
        let delete = sqlx::query("delete from reply where day < $1");
        let gone = run(&mut tx, delete.bind(i64::from(before.0))).await?;
        tx.commit().await.or_unavailable()?;
        Ok(gone)
    }
}
