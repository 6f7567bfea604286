select value from meta where name = 'master-key'
