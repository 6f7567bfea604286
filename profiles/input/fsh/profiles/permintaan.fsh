Profile: Permintaan
Parent: ServiceRequest
Id: permintaan
Title: "Permintaan layanan"
Description: "Dasar rujukan dan kontrol: yang diminta bagi satu orang pada satu kunjungan."
* insert Terbitan
* insert Inggris([["Service request"]])
* ^abstract = true
* insert BertandaLingkungan
* status MS
* status = #active
* intent MS
* intent = #order
* insert Berkategori($sct, 3457005)
* code 1..1 MS
* subject MS
* subject only Reference(Patient)
* encounter 1..1 MS
* authoredOn 1..1 MS
* requester 1..1 MS
* category[jenis] MS
* reasonCode MS
