Profile: Tindakan
Parent: Procedure
Id: tindakan
Title: "Tindakan"
Description: "Dasar semua tindakan: yang dilakukan, atau yang sengaja tidak dilakukan (status not-done), pada satu kunjungan."
* insert Terbitan
* insert Inggris([["Procedure"]])
* ^abstract = true
* insert BertandaLingkungan
* code 1..1 MS
* subject MS
* subject only Reference(Patient)
* encounter 1..1 MS
* performed[x] 1..1 MS
* performed[x] only dateTime
* performed[x] obeys ilp-jenis-waktu
* status MS
* category MS
* performer MS
