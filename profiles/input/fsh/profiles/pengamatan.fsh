Profile: Pengamatan
Parent: Observation
Id: pengamatan
Title: "Pengamatan"
Description: "Dasar semua yang diukur, diperiksa atau ditanyakan: satu orang, satu kunjungan, satu waktu. Setiap pengamatan memakai salah satu profil turunannya."
* insert Terbitan
* insert Inggris([["Observation"]])
* insert BertandaLingkungan
* ^abstract = true
* status MS
* category ^slicing.discriminator.type = #pattern
* category ^slicing.discriminator.path = "$this"
* category ^slicing.rules = #open
* category contains jenis 1..1
* code MS
* subject 1..1 MS
* subject only Reference(Patient)
* encounter 1..1 MS
* effective[x] 1..1 MS
* effective[x] only dateTime
* effective[x] obeys ilp-jenis-waktu
* performer MS
* value[x] MS
