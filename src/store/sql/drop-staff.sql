delete from staff
