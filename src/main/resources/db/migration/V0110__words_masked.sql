-- What is found by its words is found by what everybody may read of them: all is indexed anew.
insert into ledger.unwritten (tenant, matter) select tenant, matter from ledger.words;
